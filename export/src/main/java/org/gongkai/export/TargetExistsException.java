package org.gongkai.export;

import java.nio.file.Path;

/** Something stands at the place of the package that may not be replaced. */
public final class TargetExistsException extends PackageException {

    private static final long serialVersionUID = 1L;

    TargetExistsException(Problem problem, Path target, String detail) {
        super(problem, target, detail, null);
    }
}
