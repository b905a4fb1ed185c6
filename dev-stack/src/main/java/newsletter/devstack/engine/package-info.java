/**
 * What runs the servers: this machine itself, or a container engine. The one place that
 * decides is {@link newsletter.devstack.engine.Engine}.
 */
@NullMarked
package newsletter.devstack.engine;

import org.jspecify.annotations.NullMarked;
