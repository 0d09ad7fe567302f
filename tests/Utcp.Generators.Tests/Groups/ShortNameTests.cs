using Utcp.Generators.CSharp.Methods;

namespace Utcp.Generators.Tests.Groups;

/// <summary>What is left of an operation's id behind the name of its group.</summary>
public sealed class ShortNameTests
{
    [Theory]
    [InlineData("issues/list-for-repo", "issues", "GitHub REST API", "list-for-repo")]
    [InlineData("codes-of-conduct/get-all-codes-of-conduct", "codes-of-conduct", "", "get-all-codes-of-conduct")]
    [InlineData("drive.files.list", "files", "Google Drive API", "list")]
    [InlineData("files.list", "files", "Google Drive API", "list")]
    [InlineData("StorageAccounts_List", "StorageAccounts", "", "List")]
    [InlineData("PetsController_list", "pets", "", "list")]
    [InlineData("AgentAdminController_link", "agents", "", "link")]
    [InlineData("admin_apps_approved_list", "admin.apps.approved", "Slack Web API", "list")]
    [InlineData("pull_request.merge", "Pull requests", "", "merge")]
    [InlineData("weaviate.wellknown.live", "well-known", "Weaviate REST API", "live")]
    [InlineData("weaviate.root", null, "Weaviate REST API", "root")]
    [InlineData("POST_mail-send", "Mail Send", "", "post_mail-send")]
    public void Words_that_the_client_says_are_dropped(string id, string? group, string title, string rest) => Assert.Equal(rest, ShortName.Of(id, group, title));

    [Theory]
    [InlineData("listPets", "pets", "Pets")]
    [InlineData("ContainerList", "Container", "Docker")]
    [InlineData("list_pets", "pets", "Pets")]
    [InlineData("pets", "pets", "Pets")]
    [InlineData("pets_", "pets", "Pets")]
    [InlineData("pets_2", "pets", "Pets")]
    [InlineData("drive_list", null, "Drive")]
    [InlineData("petsController_list", null, "")]
    [InlineData("Controller", "pets", "")]
    [InlineData("", "pets", "")]
    [InlineData("...", "...", "...")]
    public void Other_ids_stay_whole(string id, string? group, string title) => Assert.Equal(id, ShortName.Of(id, group, title));
}
