using System.Runtime.InteropServices;

namespace Vonage.Simulator;

/// <summary>What is typed, or comes from a file or another program.</summary>
internal static partial class Keyboard
{
    /// <summary>Opens it; null where the program runs in the background of a terminal, which would stop a program that reads there.</summary>
    public static TextReader? Open() => Console.IsInputRedirected || OperatingSystem.IsWindows() || IsInForeground()
        ? new StreamReader(Console.OpenStandardInput())
        : null;

    private static bool IsInForeground() => GetTerminalGroup(0) == GetGroup();

    [LibraryImport("libc", EntryPoint = "tcgetpgrp")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetTerminalGroup(int file);

    [LibraryImport("libc", EntryPoint = "getpgrp")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetGroup();
}
