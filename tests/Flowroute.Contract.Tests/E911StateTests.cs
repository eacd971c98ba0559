using Flowroute.Contract.Tests.Cases;
using Flowroute.Testing;

namespace Flowroute.Contract.Tests;

/// <summary>The simulator's E911 addresses.</summary>
public class E911StateTests
{
    [Test]
    public async Task A_created_address_comes_back_as_created_changed_and_not_after_its_deletion()
    {
        await using var simulator = await FlowrouteSimulator.StartAsync();
        var addresses = simulator.CreateClient().E911;

        var created = await addresses.CreateAsync(E911Cases.Address);
        var read = await addresses.GetAsync(created.Id);
        await addresses.UpdateAsync(created.Id, new() { Label = "Branch" });
        var listed = await addresses.ListAsync().ToListAsync();
        await addresses.DeleteAsync(created.Id);

        Assert.That((read.FirstName, read.StreetName, read.Label, read.Links?.Self?.AbsolutePath), Is.EqualTo(("Chris", "3rd Ave", "Office", $"/v2/e911s/{created.Id}")));
        Assert.That(listed.Select(address => address.Label), Is.EqualTo(["Office Space III", "Branch"]));
        Assert.That(() => addresses.GetAsync(created.Id), Throws.InstanceOf<FlowrouteApiException>());
    }
}
