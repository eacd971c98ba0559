using System.Runtime.InteropServices;

namespace Vonage.Simulator;

/// <summary>The input from a terminal, a file or another program.</summary>
internal static partial class Keyboard
{
    /// <summary>Opens the input; null if the program runs in the background of a terminal, where reading would suspend it.</summary>
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
