/**
 * Beans for a Spring Boot application: the profile that it names, and what judges and converts by it.
 *
 * <p>Set {@code gongkai.profile}, and inject {@code DisclosureValidator} or {@code Conversion}.
 */
@NullMarked
package org.gongkai.spring;

import org.jspecify.annotations.NullMarked;
