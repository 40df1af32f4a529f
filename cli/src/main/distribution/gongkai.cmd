@echo off
rem Runs the gongkai command. Java is the one in runtime\ beside this file, or that of JAVA_HOME, or the first on the path.
rem GONGKAI_JAVA_OPTS, GONGKAI_CLASSPATH and GONGKAI_JAR are as in the file gongkai.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%HOME_DIR%\runtime\bin\java.exe" set "JAVA=%HOME_DIR%\runtime\bin\java.exe"
set "JAR=%HOME_DIR%\lib\gongkai.jar"
if defined GONGKAI_JAR set "JAR=%GONGKAI_JAR%"
rem What Java makes of the classes is kept beside the jar, where that folder may be written; an empty file says that it could not be made.
for %%J in ("%JAR%") do set "ARCHIVE=%%~dpnJ.jsa"
if exist "%ARCHIVE%" goto kept
if "%~1"=="" goto kept
if "%~1"=="--version" goto kept
set "SAMPLES=%HOME_DIR%\lib\first-start"
if not exist "%SAMPLES%" set "SAMPLES=%~dp0first-start"
set "WORK=%TEMP%\gongkai-%RANDOM%"
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-XX:ArchiveClassesAtExit=%ARCHIVE%" -Xlog:disable -cp "%JAR%" org.gongkai.cli.Main convert "%SAMPLES%" --out "%WORK%\package" >nul 2>nul
if exist "%WORK%" rd /s /q "%WORK%"
if not exist "%ARCHIVE%" (type nul >"%ARCHIVE%") 2>nul
:kept
rem A few files of some megabytes are done before the second compiler has paid for itself.
set "COMPILER=-XX:TieredStopAtLevel=1"
for %%A in (%*) do if exist "%%~A\" (set "COMPILER=") else if exist "%%~A" if %%~zA gtr 4000000 set "COMPILER="
rem A mapping file may lead to a database of any size.
for %%A in (%*) do if "%%~A"=="--mapping" set "COMPILER="
set "SHARED="
if exist "%ARCHIVE%" for %%F in ("%ARCHIVE%") do if %%~zF gtr 0 set SHARED="-XX:SharedArchiveFile=%ARCHIVE%" -Xlog:cds*=off
if defined GONGKAI_CLASSPATH set "JAR=%JAR%;%GONGKAI_CLASSPATH%"
"%JAVA%" -XX:+UseSerialGC %COMPILER% %GONGKAI_JAVA_OPTS% %SHARED% -cp "%JAR%" org.gongkai.cli.Main %*
exit /b %ERRORLEVEL%
