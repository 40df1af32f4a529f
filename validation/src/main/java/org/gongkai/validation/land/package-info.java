/** How far a land requisition has come, what it has disclosed, and what is due, by catalogues and time limits as data. */
package org.gongkai.validation.land;
