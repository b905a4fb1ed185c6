-- A receipt is made of the consents that answer one request, live or long ended.
CREATE INDEX consent_request ON consent (request_id);
