package newsletter.audit.person;

import java.util.UUID;

/**
 * What is held of a subscriber's address.
 *
 * @param address encrypted for this subscriber
 * @param salt the commitment salt, encrypted for this subscriber
 */
@SuppressWarnings("ArrayRecordComponent")
record Contact(UUID subscriberId, byte[] address, byte[] salt) {
}
