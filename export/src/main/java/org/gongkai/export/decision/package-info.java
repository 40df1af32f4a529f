/** Catalogues of major administrative decisions, consultations and evaluations as pages and tables for the public. */
package org.gongkai.export.decision;
