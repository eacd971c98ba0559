using System.Reflection;
using Vonage.Contract.Tests.Cases;

namespace Vonage.Contract.Tests;

/// <summary>Nothing is left out: every property, method and operation is there, documented by the compiler, and tested.</summary>
public class CompletenessTests
{
    private static IEnumerable<PropertyInfo> Apis =>
        typeof(IVonageClient).GetProperties().Where(p => p.PropertyType.Namespace is not ("Vonage" or "Vonage.Raw"));

    [Test]
    public void Every_api_package_has_a_property_of_the_facade()
    {
        var clients = BuiltPackages.ByProject.Values.SelectMany(a => a.GetExportedTypes())
            .Where(t => t.IsInterface && t.Name.EndsWith("Client", StringComparison.Ordinal) && t.Name is not ("IVonageClient" or "IRawClient"));
        Assert.That(clients, Is.EquivalentTo(Apis.Select(p => p.PropertyType)));
    }

    [Test]
    public void Every_operation_has_a_case()
    {
        var tested = AllCases.List.Select(one => one.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = ApiOperations.All.Select(operation => operation.Name).Where(name => !tested.Contains(name));
        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void Every_method_and_property_is_documented()
    {
        var methods = Apis.SelectMany(api => api.PropertyType.GetMethods().Select(m => (api.PropertyType.Assembly, Member: $"M:{api.PropertyType.FullName}.{m.Name}(")));
        var properties = typeof(IVonageClient).GetProperties().Select(p => (typeof(IVonageClient).Assembly, Member: $"P:{typeof(IVonageClient).FullName}.{p.Name}\""));
        var missing = methods.Concat(properties).GroupBy(m => m.Assembly)
            .SelectMany(a => a.Select(m => m.Member).Except(Documented(a.Key, a.Select(m => m.Member))));
        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void Every_method_takes_a_cancellation_token_last()
    {
        var wrong = Apis.SelectMany(api => api.PropertyType.GetMethods())
            .Where(m => m.Name.EndsWith("Async", StringComparison.Ordinal))
            .Where(m => m.GetParameters() is not [.., { ParameterType: var last, IsOptional: true }] || last != typeof(CancellationToken));
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Every_asynchronous_method_is_named_so()
    {
        var wrong = Apis.SelectMany(api => api.PropertyType.GetMethods())
            .Where(m => typeof(Task).IsAssignableFrom(m.ReturnType) != m.Name.EndsWith("Async", StringComparison.Ordinal) && !m.ReturnType.Name.StartsWith("PagedList", StringComparison.Ordinal) && !m.ReturnType.Name.StartsWith("IAsyncEnumerable", StringComparison.Ordinal));
        Assert.That(wrong, Is.Empty);
    }

    private static IEnumerable<string> Documented(Assembly assembly, IEnumerable<string> members)
    {
        var xml = File.ReadAllText(Path.ChangeExtension(assembly.Location, ".xml"));
        return members.Where(m => xml.Contains($"<member name=\"{m}", StringComparison.Ordinal));
    }
}
