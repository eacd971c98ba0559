using System.Reflection;

namespace Vonage.Surface.Tests;

/// <summary>A file that imports every namespace of the packages can name each type without its namespace (no CS0104).</summary>
public sealed class CollisionTests
{
    // The implicit usings of Microsoft.NET.Sdk and Microsoft.NET.Sdk.Web, and two that controllers import.
    private static readonly HashSet<string> Imported =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
        "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
        "Microsoft.AspNetCore.Mvc", "Microsoft.AspNetCore.Authentication",
    ];

    private static readonly IReadOnlyList<Type> TopLevel = [.. Surface.Types.Where(type => !type.IsNested)];

    [Test]
    public void No_two_packages_have_a_type_of_the_same_name()
    {
        Assert.That(TopLevel, Has.Count.GreaterThan(900));

        var twice = TopLevel.GroupBy(type => (Surface.NameOf(type), type.GetGenericArguments().Length)).Where(types => types.Count() > 1);
        Assert.That(twice.Select(types => string.Join(", ", types.Select(type => type.FullName))), Is.Empty);
    }

    [Test]
    public void No_type_has_a_name_that_usual_namespaces_of_dotnet_have()
    {
        var usual = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => name.StartsWith("System", StringComparison.Ordinal) || name.StartsWith("Microsoft", StringComparison.Ordinal))
            .SelectMany(name => Assembly.Load(name).GetExportedTypes())
            .Where(type => !type.IsNested && type.Namespace is { } space && Imported.Contains(space))
            .ToLookup(type => (Surface.NameOf(type), type.GetGenericArguments().Length));
        Assert.That(usual[("ProblemDetails", 0)], Is.Not.Empty, "Mvc is among them");

        var also = TopLevel.Where(type => usual.Contains((Surface.NameOf(type), type.GetGenericArguments().Length)));
        Assert.That(also.Select(type => type.FullName), Is.Empty);
    }
}
