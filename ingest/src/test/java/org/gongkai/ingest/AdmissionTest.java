package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.gongkai.core.document.OfficialDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document is a title with a trait of one; whatever else a source holds is told with the reason and kept. */
class AdmissionTest {

    @TempDir
    private Path folder;

    private Taken read(String name, String text) {
        return Taken.from(folder, name, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "必填，不超过五十字,格式见说明,yyyy-mm-dd",
                "东岚市教育局,,",
                "通知公告,,",
                "示例,,年月日",
                "字符串(200),字符串(50),日期",
                "varchar(200),varchar(50),date",
                "如：关于停电的通知,如：东政发〔2021〕1号,如：2021-01-01",
                "填表人：张三,审核人：李四,2021年3月5日",
                "审核：,负责人签字：,2021-03-05",
                "以上共3件,,2021-03-05",
                "以上信息更新至2021年5月,,",
                "数据截至2021年5月底,,"
            })
    void aRowOfHintsOrAHeadingIsNoDocument(String row) {
        Taken taken = read("a.csv", "标题,发文字号,成文日期\n" + row + "\n关于停水的通知,东政发〔2021〕3号,2021-03-04\n");

        assertEquals("关于停水的通知", taken.document().title());
        assertEquals("source.row.noDocument", taken.rejections.get(0).rule());
        assertEquals(2, taken.rejections.get(0).location().row());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "关于停水的通知,,",
                "城区供水方案,东政发〔2021〕3号,",
                "城区供水方案,,2021-03-04",
                ",东政发〔2021〕3号,2021-03-04",
                "甲通知,无,",
                "审核人员管理办法,,2021-03-04",
                "填表说明编写规范,东政发〔2021〕3号,"
            })
    void aTitleWithOneTraitOfADocumentIsEnough(String row) {
        assertEquals(1, read("a.csv", "标题,发文字号,成文日期\n" + row + "\n").records.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>提示</title><h1>403 Forbidden</h1><p>nginx</p>",
                "<h1>您的请求已被拦截</h1><p>事件编号 7</p>",
                "<title>页面找不到</title><p>抱歉，您要访问的页面找不到了</p>",
                "<title>用户登录</title><form><p>账号</p><p>密码</p></form>",
                "<body><p>请完成验证后继续访问</p></body>",
                "<title>滑块验证</title><h1>滑块验证</h1><p>请拖动滑块完成拼图</p>",
                "<h1>温馨提示</h1><p>发布日期：2021-03-04</p><p>您的网络存在异常访问行为，请稍后再试。</p>",
                "<title>提示</title><h1>提示</h1><p>2021-03-04</p><p>请完成安全验证后继续访问</p>",
                "<h1>人机识别</h1><p>为了确认您不是机器人，请点击按钮</p>",
                "<h1>系统繁忙请稍后</h1><p>系统繁忙，请稍后再试</p>",
                "<title>安全中心</title><h1>请求被阻断</h1><p>时间：2021-03-04 10:20:11</p><p>编号 7</p>",
                "<title>门户</title><h1>温馨提示信息</h1><p>时间：2021-03-04</p><p>会话超时，请重新登录！</p>"
            })
    void theAnswerOfAServerIsNoDocument(String page) {
        assertEquals(List.of("source.html.faultPage"), read("a.html", page).rules());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h1>东岚市大数据局关于做好滑块验证改造工作的通知</h1><p>各单位：现就登录验证码改造有关事项通知如下。</p>",
                "<h1>关于政务网暂停服务的公告</h1><p>发布日期：2021-03-04</p><p>因系统维护，10月1日暂停服务，届时系统繁忙，请稍后再试，敬请谅解。</p>"
            })
    void aDocumentOnSuchMattersIsOne(String page) {
        assertEquals(1, read("a.html", page).records.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'title':'Internal Server Error','status':500,'detail':'x'}",
                "{'time':'2024-05-01T00:00:00','status':401,'title':'Unauthorized','message':'expired'}",
                "{'status':'error','code':'50007','title':'Access Denied','id':'r-7'}",
                "{'title':'会话超时！','content':'请重新登录','success':false}"
            })
    void theAnswerOfAnInterfaceThatTellsOfAFaultIsNoDocument(String answer) {
        Taken taken = read("a.json", answer.replace('\'', '"'));

        assertEquals(List.of("source.json.fault"), taken.rules());
        assertEquals(0, taken.records.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'title':'系统维护','文号':'东政发〔2021〕3号','status':2}",
                "{'title':'访问异常','发布机构':'东岚市大数据局','status':2}",
                "{'title':'关于系统维护暂停服务的公告','status':500}"
            })
    void anObjectOnSuchMattersWithATraitIsADocument(String object) {
        assertEquals(1, read("a.json", object.replace('\'', '"')).records.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<tr><th>序号</th><th>文件名称</th><th>文号</th><th>2026年3月5日</th></tr>",
                "<tr><th>序号</th><th>文件名称</th><th>文号</th><th>有效期（年）</th></tr>",
                "<tr><th rowspan=2>序号</th><th rowspan=2>文件名称</th><th rowspan=2>文号</th><th>清理</th></tr><tr><th>2026年</th></tr>"
            })
    void aListOfDocumentsBelowADayOrAYearIsOne(String header) {
        Taken taken = Taken.from(
                folder,
                "list.html",
                "<html><body><h1>东岭区文件目录</h1><table>" + header
                        + "<tr><td>1</td><td>关于防汛的通知</td><td>东水发〔2026〕3号</td><td>保留</td></tr>"
                        + "<tr><td>2</td><td>关于节水的通知</td><td>东水发〔2026〕4号</td><td>保留</td></tr></table></body></html>");
        assertEquals(
                List.of("东水发〔2026〕3号", "东水发〔2026〕4号"),
                taken.records.stream()
                        .map(each -> String.valueOf(((OfficialDocument) each.record()).documentNumber()))
                        .toList());
    }

    @Test
    void aListOfOtherPagesIsNoDocument() {
        Taken taken = read(
                "a.html",
                "<title>政策文件_东岚市人民政府</title><body><ul>"
                        + "<li><a href='1.html'>关于停水的通知</a><span>2021-03-04</span></li>".repeat(5)
                        + "</ul><p>首页 上一页 下一页 尾页</p></body>");

        assertEquals(List.of("source.html.listPage"), taken.rules());
        assertEquals("5", taken.rejections.get(0).value());
        assertEquals(
                String.join("; ", Collections.nCopies(5, "关于停水的通知 1.html")),
                taken.rejections.get(0).expected());
    }

    @Test
    void aListWithoutAnyTextIsOneAndItsLinksAreTold() {
        Taken taken = read(
                "a.html",
                "<title>文件_东岚市教育局</title><body><h3>政府文件</h3><ul><li><a href='/a/1.html'>关于开学的通知</a><span>2021-03-04</span></li>"
                        + "<li><a href='/a/2.html'>关于春季学期收费的通知</a></li><li><a href='/a/3.html'>关于校车安全检查的通报</a></li>"
                        + "<li><a href='/a/4.html'>关于教师资格认定的公告</a></li></ul><div class=page>共4条 1/1页</div></body>");

        assertEquals(List.of("source.html.listPage"), taken.rules());
        assertTrue(String.valueOf(taken.rejections.get(0).expected()).contains("关于校车安全检查的通报 /a/3.html"));
    }

    @Test
    void aMenuBesideAListHidesItNot() {
        Taken taken = read(
                "a.html",
                "<title>政策_东岚市水务局</title><meta name=ColumnName content=政策><body>"
                        + "<div class=left><h3>机构</h3><h3>政务</h3><h3>法定主动<br>公开内容</h3><h3>年度报告</h3></div><div class=list><ul>"
                        + "<li><a href='/a/1.html'>关于水源保护的通知</a><span>2021-03-04</span></li>"
                        + "<li><a href='/a/2.html'>关于河道检查的通知</a><span>2021-03-02</span></li>"
                        + "<li><a href='/a/3.html'>关于防汛值班的通报</a><span>2021-02-01</span></li></ul></div></body>");

        assertEquals(List.of("source.html.listPage"), taken.rules());
        assertTrue(String.valueOf(taken.rejections.get(0).expected()).contains("关于防汛值班的通报 /a/3.html"));
    }

    @Test
    void aTableOfOtherPagesIsNoDocument() {
        String row = "<tr><td>1</td><td><a href='1.html'>关于停水的通知</a></td><td>东政发〔2021〕3号</td><td>2021-03-04</td></tr>";
        Taken taken = read(
                "a.html",
                "<title>通知公告-东岚市</title><h1>通知公告</h1><table><tr><th>序号</th><th>标题</th><th>文号</th><th>发布日期</th></tr>"
                        + row.repeat(3)
                        + "</table><p>共 3 条 第1页</p>");

        assertEquals(List.of("source.html.listPage"), taken.rules());
    }

    @Test
    void aDocumentThatLinksOthersIsOne() {
        assertEquals(
                1,
                read(
                                "a.html",
                                "<h1>关于停水的通知</h1><div class=content><p>各村：</p><p>停水两天，请储水备用，恢复时间另行通知。</p><p>附件：</p>"
                                        + "<p><a href='1.html'>停水范围一览表</a></p></div>")
                        .records
                        .size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":500,\"msg\":\"系统繁忙\",\"data\":null}",
                "{\"success\":false,\"message\":\"token 已失效\"}",
                "{\"errcode\":401,\"errmsg\":\"未登录\"}"
            })
    void anAnswerThatTellsOfAFaultIsNoRecord(String answer) {
        assertEquals(List.of("source.json.fault"), read("a.json", answer).rules());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":0,\"data\":{\"list\":[],\"total\":0}}",
                "{\"code\":\"200\",\"msg\":\"ok\",\"data\":[]}",
                "{\"total\":0,\"rows\":[]}",
                "{\"success\":true,\"title\":\"公文检索\",\"rows\":[],\"total\":0}"
            })
    void anAnswerWithoutRecordsIsRemarked(String answer) {
        assertEquals(List.of("source.json.empty"), read("a.json", answer).rules());
    }

    @Test
    void aDocumentWithoutAttachmentsIsNoEmptyAnswer() {
        String document = "{\"title\":\"关于停水的通知\",\"items\":[],\"total\":0,\"status\":1}";

        assertEquals(1, read("a.json", document).records.size());
    }

    @Test
    void aTableOfWhichNearlyNothingCameIsTold() {
        Taken taken = read("a.csv", "标题,发文字号\n" + "甲组,\n".repeat(9) + "关于停水的通知,\n");

        assertEquals(1, taken.records.size());
        assertEquals("source.table.nothing", taken.problems.get(0).rule());
        assertEquals("9", taken.problems.get(0).value());
        assertEquals("10", taken.problems.get(0).expected());
    }
}
