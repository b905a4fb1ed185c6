-- Whoever ended by erasure and can be reached was brought back by a backup.
CREATE INDEX consent_erased ON consent (subscriber_id) WHERE ended_by = 'ERASURE';
