/** Annual reports beside each other: this year's against last year's, a government's against the sum of its bodies'. */
package org.gongkai.validation.annual;
