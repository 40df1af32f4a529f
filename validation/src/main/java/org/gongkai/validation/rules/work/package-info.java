/** The rules of tasks, trainings and offices. */
@org.jspecify.annotations.NullMarked
package org.gongkai.validation.rules.work;
