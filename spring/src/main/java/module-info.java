/**
 * Beans for a Spring Boot application, 3.2 to 4. Nothing of Spring has a descriptor of its own, so that an application on
 * the module path takes it by the names that its jars give themselves.
 */
@org.jspecify.annotations.NullMarked
module org.gongkai.spring {
    requires transitive org.gongkai.conversion;
    requires transitive spring.boot;
    requires transitive spring.boot.autoconfigure;
    requires transitive spring.context;
    requires spring.beans;
    requires spring.core;
    // What a host may have: the actuators of Spring Boot 3 and 4, and the Jackson of 4.
    requires static spring.boot.actuator;
    requires static spring.boot.health;
    requires static tools.jackson.databind;

    exports org.gongkai.spring;

    // Spring makes the beans by reflection.
    opens org.gongkai.spring;
}
