/** Standards of assistance for people in difficulty (困难群众救助标准), and what is in force where and when. */
package org.gongkai.core.assistance;
