/** Agencies (机关), their codes, and the divisions they govern. */
package org.gongkai.core.organization;
