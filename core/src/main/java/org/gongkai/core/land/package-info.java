/** Land requisition (土地征收): yearly plans, projects, and what each stage must disclose. */
package org.gongkai.core.land;
