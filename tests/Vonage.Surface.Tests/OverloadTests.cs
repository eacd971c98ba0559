using System.Reflection;

namespace Vonage.Surface.Tests;

internal sealed class OverloadTests
{
    public static IEnumerable<Type> ClientsAndInterfaces => Surface.Clients.Concat(Surface.Interfaces);

    // Two that differ by the type of a parameter at the same position cannot be told apart by `new()` or `null`.
    [TestCaseSource(nameof(ClientsAndInterfaces))]
    public void Overloads_differ_by_their_number_of_required_parameters(Type client)
    {
        var twins = Surface.Operations(client)
            .GroupBy(method => (method.Name, method.GetGenericArguments().Length, method.GetParameters().Count(p => !p.HasDefaultValue)))
            .Where(group => group.Count() > 1)
            .SelectMany(group => group.Select(Surface.NameOf));
        Assert.That(twins, Is.Empty);
    }

    [Test]
    public void Twins_would_be_found()
    {
        var methods = typeof(Twins).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
        Assert.That(methods.GroupBy(m => m.GetParameters().Count(p => !p.HasDefaultValue)).Single().Count(), Is.EqualTo(2));
        Assert.That(Surface.Clients.Count(), Is.EqualTo(25));
    }

    private sealed class Twins
    {
        public void Check(string code, string? more = null) => _ = code + more;

        public void Check(Uri code) => _ = code;
    }
}
