@echo off
rem Starts Jailoo from the folder in which this file lies, with the first Java from 17 on that is found: in a folder
rem runtime* beside this file, that of JAVA_HOME, the one on the path. ASCII alone stands here; what people read in
rem their languages is text\java.txt.
setlocal EnableExtensions DisableDelayedExpansion

set "JAVA="
for /d %%d in ("%~dp0runtime*") do if not defined JAVA call :try "%%~fd\bin\java.exe"
if not defined JAVA if defined JAVA_HOME call :try "%JAVA_HOME:"=%\bin\java.exe"
if not defined JAVA for %%p in (java.exe) do call :try "%%~$PATH:p"
if not defined JAVA goto nojava

rem Where Java itself fails, it would leave what lies in its memory in a file; and no other program is to look into it.
set "PRIVATE=-XX:+SuppressFatalErrorMessage -XX:-CreateCoredumpOnCrash -XX:-HeapDumpOnOutOfMemoryError -XX:+DisableAttachMechanism -XX:-UsePerfData"
set "OPTIONS=%PRIVATE% -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dfile.encoding=UTF-8 --enable-native-access=ALL-UNNAMED"
if not "%~1"=="" goto command

rem The window. Java reads no class path with letters that the system's own code page lacks: so a relative one.
pushd "%~dp0"
if errorlevel 1 exit /b 1
set "JAVAW=%JAVA:java.exe=javaw.exe%"
if not exist "%JAVAW%" set "JAVAW=%JAVA%"
start "Jailoo" "%JAVAW%" %OPTIONS% -Dorg.sqlite.lib.path=lib\win -cp "jailoo.jar;lib\*;lib\win\*" org.jailoo.Main
exit /b 0

:command
rem The working folder stays, so that file names on the command line mean what they say; %~dps0 is this folder in short
rem names, which have no letters of other languages where the disk keeps such names.
"%JAVA%" %OPTIONS% "-Dorg.sqlite.lib.path=%~dps0lib\win" -cp "%~dps0jailoo.jar;%~dps0lib\*;%~dps0lib\win\*" org.jailoo.Main %*
exit /b %errorlevel%

:try
if "%~1"=="" exit /b
if not exist "%~1" exit /b
rem An option that Java knows since 17: older ones end with an error.
"%~1" --enable-native-access=ALL-UNNAMED -version >nul 2>&1
if %errorlevel% equ 0 set "JAVA=%~1"
exit /b

:nojava
for /f "tokens=2 delims=:" %%c in ('chcp') do set "CODEPAGE=%%c"
set "CODEPAGE=%CODEPAGE:.=%"
chcp 65001 >nul
type "%~dp0text\java.txt" 1>&2
chcp %CODEPAGE% >nul
if "%~1"=="" pause
exit /b 1
