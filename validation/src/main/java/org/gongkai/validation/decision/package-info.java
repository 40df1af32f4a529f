/** The audit over decision catalogues, consultations and documents of a run. It keeps keys, never a record. */
package org.gongkai.validation.decision;
