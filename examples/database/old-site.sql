-- A table as an old site keeps it: codes for states, dates in three ways, the text in a CLOB.
DROP TABLE IF EXISTS article;
CREATE TABLE article (id INT PRIMARY KEY, bt VARCHAR(200), wh VARCHAR(60), jg VARCHAR(200), cwrq VARCHAR(30), fbsj TIMESTAMP,
    zt INT, djl INT, nr CLOB);
INSERT INTO article VALUES
    (1, '东岚市临湾区水务局关于加强汛期值守的通知', '临湾水字[2019]7号', '临湾区水务局', '2019.06.03', '2019-06-04 09:12:30', 1, 518,
     '<p>各镇、街道：</p><p>汛期值守事项通知如下，请遵照执行。</p>'),
    (2, '东岚市临湾区水务局 东岚市临湾区财政局关于水利维修资金的通知', '临湾水字[2020]12号、临湾财字[2020]31号',
     '临湾区水务局 临湾区财政局', '二〇二〇年四月二十七日', '2020-04-28 15:00:00', 1, 96, '<p>资金安排如下。</p>'),
    (3, '关于停止供水的通告', '无', '临湾区水务局', '2015年2月30日', '2015-03-02 08:00:00', 0, 77, NULL);
