using System.Data.Common;
using Campaign.Store;

namespace Campaign.Tests;

/// <summary>The address of a store, and a store that is away.</summary>
internal sealed class DatabaseTests
{
    [Test]
    public void A_server_whose_name_has_no_address_is_an_error_of_the_database() =>
        Assert.That(() => Database.At("postgres://user@nowhere.invalid/campaigns").PrepareAsync(default), Throws.InstanceOf<DbException>().With.Message.Contains("cannot be reached"));

    [Test]
    public void Options_of_an_address_are_refused_without_showing_it() =>
        Assert.That(() => Database.At("postgres://user:secret@db/campaigns?sslmode=require"), Throws.TypeOf<CampaignException>().With.Message.Contains("options after '?'").And.Message.Not.Contains("secret"));
}
