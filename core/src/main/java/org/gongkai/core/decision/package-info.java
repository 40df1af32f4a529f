/** Catalogues of major administrative decisions (重大行政决策), what the public was asked, and evaluations of policies. */
package org.gongkai.core.decision;
