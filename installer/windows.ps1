# Makes target\installer\Jailoo-VERSION.msi, and Jailoo-VERSION-windows.zip: the same program as a folder that runs from a
# stick; each with its SHA-256. Run on Windows with JAVA_HOME at a JDK 25 and WiX 3 on the path (wixtoolset.org).
$ErrorActionPreference = 'Stop'
Set-Location "$PSScriptRoot\.."
if (-not $env:JAVA_HOME) { throw 'Point JAVA_HOME to a JDK 25.' }

if ($args[0] -ne '--built') {
    .\mvnw.cmd -q -B -Pinstaller
    if ($LASTEXITCODE) { exit 1 }
}
$version = & "$env:JAVA_HOME\bin\java" installer\Image.java
if ($LASTEXITCODE) { exit 1 }
$out = 'target\installer'

# One UUID for ever: by it a newer .msi knows that it takes the place of an older one.
& "$env:JAVA_HOME\bin\jpackage" --type msi --name Jailoo --app-image "$out\image\Jailoo" --dest $out `
    --app-version ($version -replace '[^0-9.].*') --vendor Jailoo --license-file LICENSE `
    --description 'Documents the rights of migrants and workers' `
    --win-upgrade-uuid 7d0f6c1e-5b0a-4f4e-9a53-2c1c8f0e6a41 --win-per-user-install --win-menu --win-shortcut-prompt `
    --win-dir-chooser --file-associations installer\associations\bundle.properties `
    --file-associations installer\associations\notebook.properties
if ($LASTEXITCODE) { exit 1 }
Move-Item -Force "$out\Jailoo-$($version -replace '[^0-9.].*').msi" "$out\Jailoo-$version.msi" -ErrorAction SilentlyContinue

Copy-Item installer\windows\README.txt "$out\image\Jailoo"
Compress-Archive -Force "$out\image\Jailoo" "$out\Jailoo-$version-windows.zip"

foreach ($file in "Jailoo-$version.msi", "Jailoo-$version-windows.zip") {
    $hash = (Get-FileHash "$out\$file" -Algorithm SHA256).Hash.ToLower()
    [IO.File]::WriteAllText("$PWD\$out\$file.sha256", "$hash  $file`n")
}
