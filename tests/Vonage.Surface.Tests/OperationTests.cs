using System.Reflection;
using Newtonsoft.Json.Linq;
using Vonage.Core;
using Vonage.Raw;

namespace Vonage.Surface.Tests;

internal sealed class OperationTests
{
    private static readonly string[] OnlyOnClasses = ["ControlAsync", "DownloadFileAsync", "DownloadRunEventsAsync"];

    private static IEnumerable<MethodInfo> OfInterfaces => Surface.Interfaces.SelectMany(Surface.Operations);

    private static IEnumerable<MethodInfo> All => OfInterfaces.Concat(Surface.Clients.SelectMany(Surface.Operations));

    private static IEnumerable<Type> Options => Surface.Types.Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal)
        && OfInterfaces.Any(method => method.GetParameters().Any(p => p.ParameterType == type && p.Name == "options")));

    [Test]
    public void Per_request_options_are_called_so_everywhere() =>
        Assert.That(All.Where(m => m.GetParameters().Single(p => p.ParameterType == typeof(RequestOptions)).Name != "requestOptions").Select(Surface.NameOf), Is.Empty);

    [Test]
    public void Details_of_transport_are_not_in_the_interfaces()
    {
        var details = OfInterfaces.Where(m => m.Name.EndsWith("DocumentAsync", StringComparison.Ordinal) || m.Name.EndsWith("ByQueryAsync", StringComparison.Ordinal)
            || m.Name.StartsWith("Report", StringComparison.Ordinal) || OnlyOnClasses.Contains(m.Name) || m.GetParameters()[0].Name == "bucket");
        Assert.That(details.Select(Surface.NameOf), Is.Empty);
        Assert.That(Surface.Clients.SelectMany(Surface.Operations).Count(m => m.Name.EndsWith("DocumentAsync", StringComparison.Ordinal)), Is.GreaterThan(20), "they are on the classes");
        Assert.That(OnlyOnClasses, Is.All.Matches<string>(name => Surface.Clients.SelectMany(Surface.Operations).Any(m => m.Name == name)));
    }

    // What the reference of an API does not describe is returned as it is.
    [Test]
    public void Lists_are_paged_or_read_only()
    {
        var others = All.Where(m => m.Name.StartsWith("List", StringComparison.Ordinal) || m.Name.StartsWith("Search", StringComparison.Ordinal))
            .Where(m => !m.Name.EndsWith("DocumentAsync", StringComparison.Ordinal) && m.ReturnType != typeof(Task<JToken>))
            .Where(m => !IsGeneric(m.ReturnType, typeof(PagedList<>)) && !(IsGeneric(m.ReturnType, typeof(Task<>)) && IsGeneric(m.ReturnType.GetGenericArguments()[0], typeof(IReadOnlyList<>))));
        Assert.That(others.Select(Surface.NameOf), Is.Empty);
    }

    // An event has what the API embeds in it.
    [Test]
    public void What_only_carries_items_is_not_public() =>
        Assert.That(Surface.Types.Where(t => t.Name.EndsWith("Page", StringComparison.Ordinal) || t.Name.Contains("Embedded", StringComparison.Ordinal) && t.Name != "RtcEventEmbedded").Select(t => t.FullName), Is.Empty);

    [Test]
    public void Lists_and_searches_take_their_optional_parameters_in_one_object_and_so_does_whatever_has_more_than_two()
    {
        var loose = OfInterfaces.Where(m => OwnOptionals(m).Count() > (m.Name.StartsWith("List", StringComparison.Ordinal) || m.Name.StartsWith("Search", StringComparison.Ordinal) ? 0 : 2));
        Assert.That(loose.Select(Surface.NameOf), Is.Empty);

        static IEnumerable<ParameterInfo> OwnOptionals(MethodInfo method) => method.GetParameters()
            .Where(p => p.HasDefaultValue && p.Name is not ("options" or "requestOptions" or "cancellationToken"));
    }

    [Test]
    public void Options_are_made_by_new_and_nothing_in_them_is_required()
    {
        Assert.That(Options.Count(), Is.GreaterThan(25));
        foreach (var type in Options)
        {
            var options = Activator.CreateInstance(type);
            Assert.That(type.GetProperties().Where(p => !p.CanWrite || p.GetValue(options) is not null).Select(p => $"{type.Name}.{p.Name}"), Is.Empty);
            Assert.That(type.GetProperties().Select(p => p.Name), Has.None.Matches<string>(name => name is "Page" or "Offset" or "Index" or "Cursor" or "Limit" or "Size" or "RecordIndex" or "StartId" or "DateStart" or "DateEnd"));
        }
    }

    [Test]
    public void An_account_is_never_a_required_parameter() =>
        Assert.That(All.Where(m => m.GetParameters().Any(p => p.Name is "apiKey" or "accountKey")).Select(Surface.NameOf), Is.Empty);

    [Test]
    public void Every_download_and_upload_reports_its_progress()
    {
        var streams = OfInterfaces.Where(m => m.GetParameters().Any(p => p.ParameterType == typeof(Stream))).ToList();
        Assert.That(streams, Has.Count.GreaterThan(4));
        Assert.That(streams.Where(m => !m.GetParameters().Any(p => p.ParameterType == typeof(IProgress<long>) || p.ParameterType.GetProperty("Progress")?.PropertyType == typeof(IProgress<long>))).Select(Surface.NameOf), Is.Empty);
    }

    [Test]
    public void An_id_says_whose_it_is() =>
        Assert.That(OfInterfaces.Where(m => m.GetParameters().Any(p => p.Name is "id" or "uuid")).Select(Surface.NameOf), Is.Empty);

    // Of an untyped request nothing else is known.
    [Test]
    public void A_body_is_called_by_what_it_is() =>
        Assert.That(OfInterfaces.Where(m => m.DeclaringType != typeof(IRawClient) && m.GetParameters().Any(p => p.Name == "body" || p.ParameterType.Name.EndsWith("Request", StringComparison.Ordinal) && p.Name != "request")).Select(Surface.NameOf), Is.Empty);

    private static bool IsGeneric(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;
}
