package newsletter.devstack.engine;

/**
 * A server that can be stopped and started again, on the same port and with the same
 * data.
 */
public interface Server {

    /** Returns when it answers; at once if it does. */
    void start();

    /** Returns when it is gone; at once if it is. */
    void stop();

}
