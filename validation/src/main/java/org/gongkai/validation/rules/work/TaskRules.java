package org.gongkai.validation.rules.work;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.work.Task;
import org.gongkai.core.work.TaskState;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rules.Element;
import org.gongkai.validation.rules.ElementTable;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.KindRules;

/** The rules of tasks that look at several fields. */
public final class TaskRules implements KindRules<Task> {

    private final List<Element<Task>> elements;

    public TaskRules(Profile profile) {
        this.elements = new ElementTable<>(RecordKind.of(Task.class), profile).elements();
    }

    @Override
    public List<Element<Task>> elements() {
        return elements;
    }

    @Override
    public void check(Task record, LocalDate today, Hearing hearing) {
        TaskState.State state = record.state() == null ? null : record.state().state();
        boolean over = state == TaskState.State.DONE || state == TaskState.State.DROPPED;
        LocalDate last = record.lastDay();
        if (last != null && !over && last.isBefore(today)) {
            hearing.report("task.late", "/limit", today.toString(), last.toString());
        }
        if (state == TaskState.State.DONE && record.evidenceUrls().isEmpty()) {
            hearing.report("task.done.noEvidence", "/evidenceUrls", null, null);
        }
    }
}
