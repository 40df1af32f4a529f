/** Interpretations of policies (政策解读), answers (政策问答), press releases (新闻发布) and packages of policies (政策文件包). */
package org.gongkai.core.interpretation;
