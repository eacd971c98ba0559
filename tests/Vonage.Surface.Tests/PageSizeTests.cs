using System.Reflection;
using Vonage.Core;
using Vonage.Core.Pipeline;

namespace Vonage.Surface.Tests;

internal sealed class PageSizeTests
{
    private static IEnumerable<TestCaseData> Lists => Surface.Clients
        .SelectMany(client => Surface.Operations(client).Select(method => (client, method)))
        .Where(list => list.method.GetParameters().Any(p => p.ParameterType.GetProperty("PageSize") is not null))
        .Select(list => new TestCaseData(list.client, list.method).SetArgDisplayNames(list.client.Name, list.method.Name));

    [TestCaseSource(nameof(Lists))]
    public void A_list_refuses_a_page_of_a_negative_size(Type client, MethodInfo list)
    {
        var instance = client.GetConstructor([typeof(ApiClient)])!.Invoke([new ApiClient(NoCredentials.Instance)]);

        var error = Assert.Throws<TargetInvocationException>(() => list.Invoke(instance, [.. list.GetParameters().Select(ValueOf)]))!.InnerException as InvalidRequestException;

        Assert.That(error?.Message, Does.StartWith("PageSize must be "));
    }

    [Test]
    public void There_are_lists() => Assert.That(Lists.Count(), Is.GreaterThan(40));

    private static object? ValueOf(ParameterInfo parameter)
    {
        if (parameter.ParameterType.GetProperty("PageSize") is not { } size)
            return parameter switch
            {
                { HasDefaultValue: true } => null,
                _ when parameter.ParameterType == typeof(string) => "GB",
                _ when parameter.ParameterType == typeof(DateTimeOffset) => DateTimeOffset.UtcNow,
                _ => Activator.CreateInstance(parameter.ParameterType),
            };
        var options = Activator.CreateInstance(parameter.ParameterType)!;
        size.SetValue(options, -1);
        parameter.ParameterType.GetProperty("AccountKey")?.SetValue(options, "abcd1234");
        return options;
    }
}
