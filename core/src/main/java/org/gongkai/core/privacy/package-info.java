/** Personal data (个人信息) that slips into records, and how it is kept out of what is published. */
package org.gongkai.core.privacy;
