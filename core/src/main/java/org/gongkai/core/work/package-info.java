/** The work of a year: tasks drawn from work points (任务清单), trainings (培训), and the offices that do it (政务公开工作机构). */
@org.jspecify.annotations.NullMarked
package org.gongkai.core.work;
