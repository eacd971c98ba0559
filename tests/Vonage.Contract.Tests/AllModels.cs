using Vonage.Core.Serialization;

namespace Vonage.Contract.Tests;

/// <summary>The generated models of all packages.</summary>
internal static class AllModels
{
    /// <summary>Those of the packages' public surface.</summary>
    public static IEnumerable<Type> Exported => All.Where(type => type.IsVisible);

    /// <summary>Also those that only carry others on the wire.</summary>
    public static IEnumerable<Type> All { get; } = [.. BuiltPackages.ByProject.Values
        .SelectMany(package => package.GetTypes())
        .Where(type => Has(type) && type is { IsClass: true, IsAbstract: false })
        .OrderBy(type => type.FullName, StringComparer.Ordinal)];

    public static bool Has(Type type) => typeof(IJsonReadable).IsAssignableFrom(type) || typeof(IJsonWritable).IsAssignableFrom(type);
}
