/** Public tables of land requisition: plans, projects, and what each project has disclosed. */
package org.gongkai.export.land;
