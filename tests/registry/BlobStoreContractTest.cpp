// SPDX-License-Identifier: Apache-2.0
#include "registry/BlobStoreContract.h"
#include "registry/store/FileBlobStore.h"

using namespace berth;

class BlobStoreContractTest : public test::BlobStoreContract {
    Q_OBJECT

protected:
    std::unique_ptr<BlobStore> openStore() override { return std::move(*FileBlobStore::open(m_folder->path().toStdString())); }
    void startAnew() override { m_folder = std::make_unique<QTemporaryDir>(); }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(BlobStoreContractTest)
#include "BlobStoreContractTest.moc"
