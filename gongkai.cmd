@echo off
rem Runs the gongkai command from a checkout; builds it first when it is missing. After a change of sources delete cli\target\gongkai.jar.
setlocal
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%cli\target\gongkai.jar"
if exist "%JAR%" goto run
echo gongkai: building the command, this happens once 1>&2
if not exist "%HOME_DIR%cli\target" mkdir "%HOME_DIR%cli\target"
pushd "%HOME_DIR%"
call mvnw.cmd -B -q -ntp -pl cli -am -DskipTests -Dmaven.javadoc.skip=true -Dmaven.source.skip=true -Dspotless.check.skip=true package > "%HOME_DIR%cli\target\build.log" 2>&1
set "CODE=%ERRORLEVEL%"
popd
if not "%CODE%"=="0" (
  echo gongkai: the build failed; its output is in %HOME_DIR%cli\target\build.log 1>&2
  exit /b 2
)
:run
set "GONGKAI_JAR=%JAR%"
call "%HOME_DIR%cli\src\main\distribution\gongkai.cmd" %*
exit /b %ERRORLEVEL%
