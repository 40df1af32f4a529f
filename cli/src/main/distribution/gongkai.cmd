@echo off
rem Runs the gongkai command. Java is the one in runtime\ beside this file, or that of JAVA_HOME, or the first on the path.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%HOME_DIR%\runtime\bin\java.exe" set "JAVA=%HOME_DIR%\runtime\bin\java.exe"
set "JAR=%HOME_DIR%\lib\gongkai.jar"
if defined GONGKAI_CLASSPATH set "JAR=%JAR%;%GONGKAI_CLASSPATH%"
"%JAVA%" -XX:+UseSerialGC %GONGKAI_JAVA_OPTS% -cp "%JAR%" org.gongkai.cli.Main %*
exit /b %ERRORLEVEL%
