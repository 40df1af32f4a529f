/**
 * Disclosure on request (依申请公开): the case in two halves, of which the one that names the applicant can never leave, since no
 * exporter takes its type.
 */
package org.gongkai.core.request;
