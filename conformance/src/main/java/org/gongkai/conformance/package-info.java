/** Examples of every rule, the suite that is made of them, and what tries a program by the suite. */
package org.gongkai.conformance;
