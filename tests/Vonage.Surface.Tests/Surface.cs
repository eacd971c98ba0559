using System.Reflection;

namespace Vonage.Surface.Tests;

/// <summary>The public types of all packages.</summary>
internal static class Surface
{
    public static IReadOnlyList<Assembly> Packages { get; } = [.. Directory
        .EnumerateFiles(AppContext.BaseDirectory, "*.dll")
        .Select(Path.GetFileNameWithoutExtension)
        .Where(name => (name!.Split('.')[0] is "Vonage" or "Flowroute") && !name.EndsWith(".Tests", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(name => Assembly.Load(name!))];

    public static IReadOnlyList<Type> Types { get; } = [.. Packages.SelectMany(package => package.GetExportedTypes())];

    /// <summary>The name as code writes it, without the number of type arguments.</summary>
    public static string NameOf(Type type) => type.Name.Split('`')[0];
}
