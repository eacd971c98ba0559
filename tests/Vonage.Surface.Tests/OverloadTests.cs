using System.Reflection;

namespace Vonage.Surface.Tests;

internal sealed class OverloadTests
{
    public static IEnumerable<Type> ClientsAndInterfaces => Surface.Clients.Concat(Surface.Interfaces);

    [TestCaseSource(nameof(ClientsAndInterfaces))]
    public void Overloads_differ_by_their_number_of_required_parameters(Type client) => Assert.That(TwinsAmong(Surface.Operations(client)), Is.Empty);

    [Test]
    public void Twins_are_found()
    {
        Assert.That(TwinsAmong(typeof(ITwins).GetMethods()), Has.Exactly(2).Items);
        Assert.That(Surface.Clients.Count(), Is.EqualTo(44));
    }

    // Two that differ by the type of a parameter at the same position cannot be told apart by `new()` or `null`.
    private static IEnumerable<string> TwinsAmong(IEnumerable<MethodInfo> methods) => methods
        .GroupBy(method => (method.Name, method.GetGenericArguments().Length, method.GetParameters().Count(p => !p.HasDefaultValue)))
        .Where(group => group.Count() > 1)
        .SelectMany(group => group.Select(Surface.NameOf));

    private interface ITwins
    {
        void Check(string code, string? more = null);

        void Check(Uri code);

        void Check(Uri code, string more);
    }
}
