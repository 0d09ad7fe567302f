using Utcp.Generators.CSharp.Names;

namespace Utcp.Generators.Tests.Names;

public sealed class NameScopeTests
{
    [Fact]
    public void The_first_free_candidate_is_taken()
    {
        var scope = new NameScope("Equals");

        Assert.Equal("Type", scope.Take("type", "Type", "AtType"));
        Assert.Equal("AtType", scope.Take("@type", "Type", "AtType"));
        Assert.Equal("EqualsValue", scope.Take("equals", "Equals", "EqualsValue"));
    }

    [Fact]
    public void Names_that_differ_in_case_alone_are_one()
    {
        var scope = new NameScope();
        scope.Take("id", "Id");

        Assert.NotEqual("ID", scope.Take("ID", "ID"));
    }

    [Fact]
    public void A_suffix_depends_on_the_text_alone()
    {
        var first = new NameScope("Id");
        var second = new NameScope("Id", "Other");

        Assert.Equal(first.Take("i-d", "Id"), second.Take("i-d", "Id"));
    }
}
