/** What a judgement is made of: findings, elements, the verdict. Values only; they are made by the rules. */
package org.gongkai.validation.finding;
