using System.Reflection;
using Flowroute.Contract.Tests.Cases;
using Flowroute.Messages;
using Flowroute.Testing;
using Moq;
using Vonage.Core.Pipeline;

namespace Flowroute.Contract.Tests;

/// <summary>Nothing is left out, and nothing is decided in the facade.</summary>
public class FacadeTests
{
    private static PropertyInfo[] Apis => typeof(IFlowrouteClient).GetProperties();

    [Test]
    public void Every_api_package_has_a_property()
    {
        var clients = BuiltPackages.ByProject.Where(package => package.Key.StartsWith("Flowroute.", StringComparison.Ordinal))
            .SelectMany(package => package.Value.GetExportedTypes())
            .Where(type => type.IsInterface && type.Name.EndsWith("Client", StringComparison.Ordinal));
        Assert.That(clients, Is.EquivalentTo(Apis.Select(p => p.PropertyType)));
    }

    [Test]
    public void Every_operation_has_a_case()
    {
        var tested = AllCases.List.Select(c => c.Operation.ToUpperInvariant()).ToHashSet();
        var operations = Apis.SelectMany(api => api.PropertyType.Assembly.GetType($"{api.PropertyType.Namespace}.{api.PropertyType.Name[1..]}")!
            .GetFields(BindingFlags.NonPublic | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(ApiOperation))
            .Select(field => ((ApiOperation)field.GetValue(null)!).Name)).ToList();
        Assert.That(operations, Has.Count.EqualTo(50));
        Assert.That(operations.Where(operation => !tested.Contains(operation.ToUpperInvariant())), Is.Empty);
    }

    [Test]
    public void Hands_out_the_same_client_each_time()
    {
        var flowroute = new FlowrouteClient(FlowrouteCredentials.FromAccessKey("access", "secret"));
        Assert.Multiple(() =>
        {
            foreach (var property in Apis)
            {
                var first = property.GetValue(flowroute);
                Assert.That(first, Is.InstanceOf(property.PropertyType), property.Name);
                Assert.That(property.GetValue(flowroute), Is.SameAs(first), property.Name);
            }
        });
    }

    [Test]
    public async Task Sends_through_the_callers_http_client()
    {
        await using var simulator = await FlowrouteSimulator.StartAsync();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("X-Own", "yes");

        await new FlowrouteClient(http, simulator.Credentials, simulator.ClientOptions()).Routes.ListAsync().ToListAsync();

        Assert.That(simulator.Requests.Single().Headers["X-Own"].ToString(), Is.EqualTo("yes"));
    }

    [Test]
    public async Task Can_be_mocked()
    {
        var message = new SendMessageRequest { To = "12065551234", From = "12061231234", Body = "hello" };
        var flowroute = Mock.Of<IFlowrouteClient>(f => f.Messages.SendAsync(message, null, default) == Task.FromResult(new MessageReference { Id = "mdr2-1" }));
        Assert.That((await flowroute.Messages.SendAsync(message)).Id, Is.EqualTo("mdr2-1"));
    }

    [Test]
    public async Task Null_is_refused_by_name()
    {
        var flowroute = new FlowrouteClient(FlowrouteCredentials.FromAccessKey("access", "secret"));
        var error = await Assert.ThrowsAsync<ArgumentNullException>(() => flowroute.Messages.SendAsync(null!));
        Assert.That(error!.ParamName, Is.EqualTo("request"));
    }
}
