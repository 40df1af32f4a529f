/** Applications for information on a day: what is due next, by which article, and what is late; and registers of them. */
package org.gongkai.validation.request;
